"""What belongs to English: the words for money and rhythms, for what is asked, shown, set, forgotten and corrected."""
