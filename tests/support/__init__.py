"""What tests and benches share: a browser, a server on loopback, a PostgreSQL of their own."""
