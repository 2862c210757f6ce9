"""Offers and needs: what members do for others, and what they are looking for; read by everybody in the workspace."""
