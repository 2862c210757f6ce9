"""Recommendations: a member speaks well of somebody; shown to others only if that person agrees."""
