"""Bad input, case by case: what the command says, how it ends, and what the folder of results then holds."""
