"""The thinking: what was said, who is meant, what follows. Knows neither Slack nor SQL."""
