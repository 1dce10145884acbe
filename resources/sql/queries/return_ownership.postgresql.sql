SELECT return_ownership()
