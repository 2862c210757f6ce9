"""Warm introductions: asked for, brokered between people who both agree, or logged when made elsewhere."""
