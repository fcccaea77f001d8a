"""Many readings -> events: origins, likeness, clusters, reconciliation, standing. Knows no language."""
