"""Business between people: referrals and partnerships, each confirmed by the other side; give and receive."""
