"""Run one MyST notebook in a real kernel: ``python run_notebook.py FILE FOLDER``. Started by the tests in the learner's environment.

Exits with 0 and prints the outputs' MIME types, a JSON list a cell, or with 1 and the error of the cell that failed.
"""

import json
import sys

import jupytext
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

path, folder = sys.argv[1:]
notebook = jupytext.read(path)
try:
    NotebookClient(notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
except CellExecutionError as error:
    sys.exit(str(error))
cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
print(json.dumps([[sorted(output.get("data", {})) for output in cell.outputs] for cell in cells]))
