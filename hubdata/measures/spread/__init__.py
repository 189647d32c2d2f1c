"""Measures of spread: how evenly provision lies over areas, against chance and against areas alike."""
