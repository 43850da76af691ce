package clipdesk.cut;

import java.io.IOException;

/** A source or a place for a clip that cannot be used; its message is a sentence for a person. */
final class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private SourceException(String sentence, Exception cause) {
    super(sentence, cause);
  }

  /** What is wrong with it. */
  enum Fault {
    NO_ADDRESS("%s is no address. Look for a typing error in it."),
    NO_FILE_NAMED("%s names no file. Add its path."),
    NO_PORT("%s names no port between 1 and 65535. Correct the address."),
    NO_SERVER("There is no server %s. Look for a typing error in the address."),
    NO_ANSWER("%s cannot be reached: it does not answer. Try again later."),
    NO_CONNECTION(
        "%s cannot be reached: no connection was made. Look at the address and its port."),
    SLOW("%s was reached, but does not answer the request. Try again later."),
    NOT_SAFE(
        "The connection to %s is not safe: its certificate or protocol does not fit."
            + " Ask whoever runs it."),
    BROKEN_OFF("The connection to %s broke off. Try again."),
    NOT_THERE("%s has no file %s. Look for a typing error in the address."),
    NOT_ALLOWED("%s does not let you read %s. Sign in there, or ask for a new link."),
    REFUSED("%s answers %d for %s. Try again later."),
    NO_RANGES(
        "%s answers %d to a request for one byte. A server is needed that honours Range and tells"
            + " the length."),
    CHANGED("The video changed while it was read. Cut it again."),
    OTHER_BYTES("%s does not send the bytes that were asked for (%s). Try again."),
    NO_REGION("No AWS region is known to read %s in. Set AWS_REGION."),
    NO_CREDENTIALS(
        "No AWS credentials are known to read %s with."
            + " Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."),
    FOLDER("%s is a folder. Name a file in it."),
    NO_FOLDER("There is no folder %s. Make it first."),
    CLOSED_FOLDER("No file may be made in the folder %s. Name another one."),
    OTHER_LABEL("%s was asked for, but the clip would have %s there. Say a frame, such as f312.");

    private final String words;

    Fault(String words) {
      this.words = words;
    }

    /**
     * @param values that the sentence names, in its order
     */
    SourceException of(Object... values) {
      return because(null, values);
    }

    SourceException because(Exception cause, Object... values) {
      return new SourceException(words.formatted(values), cause);
    }
  }
}
