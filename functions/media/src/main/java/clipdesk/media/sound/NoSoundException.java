package clipdesk.media.sound;

/** Not all sound is in a form that can be taken out of its master. */
public final class NoSoundException extends Exception {
  public NoSoundException(Exception why) {
    super(why.getMessage(), why);
  }
}
