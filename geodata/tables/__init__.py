"""Hold what is printed: a record for each row, numbers by columns and arrays, periods, days."""
