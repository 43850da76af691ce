package clipdesk.accounts.profile;

/** Word to the other contexts. */
interface AccountEvents {
  void deleted(String sub, String email);
}
