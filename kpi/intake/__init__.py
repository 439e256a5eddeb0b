"""Any spreadsheet in, clean observations or Problems out: read, shape, rules, preview."""
