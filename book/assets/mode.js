(function(d,m){try{m=localStorage.getItem("mode")||m}catch(e){}d.theme=m=="auto"?matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light":m})(document.documentElement.dataset,"auto")
