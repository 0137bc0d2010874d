"""Room 2: article to script, script to cast. Pure, standard library only."""
