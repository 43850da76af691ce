package clipdesk.newsletters.campaigns;

import clipdesk.common.digests.Sha256;
import clipdesk.common.identity.Caller;
import clipdesk.common.web.IdempotencyKey;

/** Ids that follow from who asks with which key: a repeated request finds its campaign. */
final class CampaignIds {
  private static final int LENGTH = 26;

  private CampaignIds() {}

  static String of(Caller caller, IdempotencyKey key) {
    return Sha256.hex(caller.accountId() + "\n" + key.text()).substring(0, LENGTH);
  }

  /** Of a test of what a campaign is now: repeated it is the same, and after an edit another. */
  static String ofTest(Caller caller, IdempotencyKey key, Campaign campaign) {
    return Sha256.hex("%s %d %s".formatted(campaign.id(), campaign.revision(), of(caller, key)))
        .substring(0, LENGTH);
  }
}
