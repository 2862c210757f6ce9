"""All that is kept of a member, as files for other programs: JSON, CSV and vCard. docs/export.md describes them."""
