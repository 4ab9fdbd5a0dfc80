"""Make pictures, memos and files of figures in child processes, when they are asked for."""
