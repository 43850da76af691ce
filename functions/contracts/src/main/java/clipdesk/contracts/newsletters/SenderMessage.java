package clipdesk.contracts.newsletters;

import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;

/** To the sender, by one of its two queues: its {@code type} says what it is. */
public sealed interface SenderMessage {
  /** By the queue of single mails, which no campaign holds up. */
  sealed interface OfOneMail extends SenderMessage
      permits ConfirmationToMail, ErasureToMail, NoticeToMail, TestToMail {}

  /** By the queue of campaigns. */
  sealed interface OfACampaign extends SenderMessage permits BatchToSend {}

  String json();

  /**
   * @throws UnreadableException if it is none of these messages
   */
  static SenderMessage read(String message) {
    var members = Members.read(message);
    members.requireVersion(1);
    return switch (members.text("type")) {
      case BatchToSend.TYPE -> BatchToSend.of(members);
      case ConfirmationToMail.TYPE -> ConfirmationToMail.of(members);
      case ErasureToMail.TYPE -> ErasureToMail.of(members);
      case NoticeToMail.TYPE -> NoticeToMail.of(members);
      case TestToMail.TYPE -> TestToMail.of(members);
      default -> throw members.unreadable("type", "must be that of a message to the sender");
    };
  }
}
