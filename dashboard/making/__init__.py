"""Make pictures, memos, files of figures and answers in child processes, when asked for."""
