// What a page does by itself. Menus, side bars and the search box are popovers and need no script.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const stored = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* a private window keeps nothing */ } },
  };

  // Light, dark, or as the system has it. The script in the page's head applies the choice before anything is painted.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = (mode) => {
    root.dataset.theme = mode;
    for (const button of all("[data-do=mode]")) button.setAttribute("aria-pressed", String(mode === "dark"));
  };
  const system = () => (dark.matches ? "dark" : "light");
  dark.addEventListener("change", () => { if ((stored.get("mode") || "auto") === "auto") paint(system()); });
  paint(root.dataset.theme);
  const doing = {
    mode() {
      const next = root.dataset.theme === "dark" ? "light" : "dark";
      paint(next);
      stored.set("mode", next === system() ? "auto" : next);
    },
    full() { document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen(); },
    print() { window.print(); },
    sidebar(button) {
      button.setAttribute("aria-expanded", String(!root.classList.toggle("no-sidebar")));
    },
    async copy(button) {
      const text = button.parentElement.querySelector("pre").textContent;
      try {
        await navigator.clipboard.writeText(text);
      } catch { // no permission, or a page that was not loaded securely
        getSelection().selectAllChildren(button.parentElement.querySelector("pre"));
        document.execCommand("copy");
      }
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 2000);
    },
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) doing[button.dataset.do](button);
  });

  const search = document.getElementById("search-dialog");
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      search.togglePopover();
    }
  });

  // A button on every code cell.
  for (const box of all(".highlight:not(.cell_output *)")) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "copybtn", textContent: "Copy" });
    button.dataset.do = "copy";
    box.append(button);
  }

  // What scrolls sideways can be scrolled from the keyboard, and says what it is.
  const wide = all(".pst-scrollable-table-container, .bd-article pre");
  const label = (box, number) => box.matches("pre") ? `Code or output ${number}` : box.querySelector("caption")?.textContent.trim() || `Table ${number}`;
  const measure = () => wide.forEach((box, index) => {
    const scrolls = box.scrollWidth > box.clientWidth;
    for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", `${label(box, index + 1)}, scrolls sideways`]]) {
      scrolls ? box.setAttribute(name, value) : box.removeAttribute(name);
    }
  });
  new ResizeObserver(measure).observe(document.getElementById("main-content"));

  // The list of a page's sections shows which one is being read.
  const links = new Map(all("#page-toc a[href^='#']").map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link]));
  const seen = new IntersectionObserver((entries) => {
    const entry = entries.findLast((one) => one.isIntersecting);
    if (!entry) return;
    for (const [section, link] of links) {
      section === entry.target ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-80px 0px -65% 0px" });
  for (const section of links.keys()) if (section) seen.observe(section);

  // The current chapter is in view in the list of chapters, and the list stays where the reader scrolled it.
  const nav = document.getElementById("book-nav");
  const current = nav.querySelector("[aria-current], .current > a");
  if (current && current.offsetTop > nav.clientHeight) nav.scrollTop = current.offsetTop - nav.clientHeight / 3;

  // On paper every fold is open and the page is light.
  let opened = [], mode;
  addEventListener("beforeprint", () => {
    opened = all("main details:not([open])");
    for (const fold of opened) fold.open = true;
    mode = root.dataset.theme;
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    root.dataset.theme = mode;
  });

  // Extracts from the pages found need a server.
  if (location.protocol === "file:" && typeof DOCUMENTATION_OPTIONS === "object") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;

  // After a search, Sphinx marks the words that were looked for.
  if (stored.get("sphinx_highlight_terms") && !document.getElementById("search-results")) {
    const here = document.querySelector("script[src*='page.js']").src;
    (async () => {
      for (const name of ["documentation_options.js", "doctools.js", "sphinx_highlight.js"]) {
        await new Promise((done) => {
          const script = document.createElement("script");
          Object.assign(script, { src: new URL(name, here).href, onload: done });
          document.head.append(script);
        });
      }
    })();
  }
})();
