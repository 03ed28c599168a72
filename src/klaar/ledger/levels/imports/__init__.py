"""Files of measurements become intervals or tickets: CSV, JSON, and Prometheus range queries."""
