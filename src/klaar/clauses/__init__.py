"""Text becomes numbered clauses, tables, definitions, references, parties and key facts."""
