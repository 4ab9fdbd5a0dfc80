"""Facts: read a data package, check it, join it to shapes and export it.

Its rooms in the order of imports: tables, reading, package, rules, figures, verdicts, files,
walking, network, reach, network_import, commands.
"""
