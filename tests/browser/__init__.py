"""What people do in the browser, on the shipped package and on an invented one."""
