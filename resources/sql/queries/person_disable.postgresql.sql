-- The row's new version, or null when there is nobody to disable.
SELECT disable_person(:id)
