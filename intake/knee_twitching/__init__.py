"""CONTENT: every question of the knee-twitching questionnaire, one declaration each."""
