"""What the council measures: indicators, targets, the council itself; read from YAML, faults told as Problems."""
