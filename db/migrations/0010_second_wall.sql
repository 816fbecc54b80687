-- Who reads everything and changes nothing; the second wall around all that is personal; scopes for a hundred thousand people.

alter table app.post_grant drop constraint post_grant_role_check;
alter table app.post_grant add constraint post_grant_role_check
  check (role in ('administrator', 'standing-office', 'authority', 'head', 'officer', 'staff', 'auditor'));
