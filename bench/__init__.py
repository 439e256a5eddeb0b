"""What is measured, and how: every figure is a ratio of two things timed in the same run on the same machine."""
