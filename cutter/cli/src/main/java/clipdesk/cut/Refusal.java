package clipdesk.cut;

import clipdesk.cutter.frames.RangeOutsideMasterException;
import clipdesk.cutter.refusals.CodecHungException;
import clipdesk.cutter.refusals.FallbackReason;
import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.ReencodeTooLongException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import clipdesk.cutter.refusals.VerificationFailedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * Why nothing was made, in words for a person: what is wrong, with which file, what to do. All
 * words stand here and in {@link SourceException.Fault}; what the library says of boxes and codecs,
 * and the system of files, is for the verbose switch.
 *
 * @param source as the person named it
 * @param made what was asked for
 */
record Refusal(String source, Made made) {
  private static final String INDEX_MISSING = "moov";
  private static final String DISK_FULL = "No space left";

  /** What a command makes, and the words that differ by it. */
  enum Made {
    CLIP("clip", "cannot be cut", "Choose another range, or encode all of it: --method reencode."),
    PREVIEW("preview", "gets no preview", "Make it anew from its original.");

    private final String noun;
    private final String refused;
    private final String other;

    Made(String noun, String refused, String other) {
      this.noun = noun;
      this.refused = refused;
      this.other = other;
    }
  }

  static Refusal ofCut(String source) {
    return new Refusal(source, Made.CLIP);
  }

  static Refusal ofPreview(String source) {
    return new Refusal(source, Made.PREVIEW);
  }

  String sentence(Exception cause) {
    return switch (cause) {
      case FileAlreadyExistsException e ->
          "%s is there already. --overwrite replaces it.".formatted(e.getFile());
      case NoSuchFileException e ->
          "There is no file %s. Look for a typing error.".formatted(e.getFile());
      case AccessDeniedException e ->
          "You may not use %s. Ask for the right, or copy it to a place of yours."
              .formatted(e.getFile());
      case NotDirectoryException e -> "%s is no folder. Name one.".formatted(e.getFile());
      case FileSystemException e ->
          "%s cannot be used: %s. Name another file."
              .formatted(e.getFile(), reason(e).toLowerCase(Locale.ROOT));
      case UnsupportedMasterException e -> unsupported(e);
      case MalformedMasterException e -> malformed(e);
      case CodecHungException e ->
          source + " makes the decoder or the encoder stand still. " + made.other;
      case ReencodeTooLongException e ->
          "%s would have to be encoded for too long. Choose at most %d frames of it; %d were asked for."
              .formatted(source, e.longestFrames(), e.askedFrames());
      case VerificationFailedException e ->
          "%s: the %s failed its check and was not kept. --verbose shows what differs. %s"
              .formatted(source, made.noun, made.other);
      case RangeOutsideMasterException e ->
          named(stopped(e.getMessage())) + " Choose one inside it.";
      case SourceException e -> named(stopped(e.getMessage()));
      case EOFException e ->
          source + " ends before the bytes that its index names. Fetch it again.";
      case IOException e -> notReadOrWritten(String.valueOf(e.getMessage()));
      default -> unknown();
    };
  }

  private static String reason(FileSystemException failure) {
    return failure.getReason() == null ? "the disk refuses it" : failure.getReason();
  }

  private String notReadOrWritten(String message) {
    return message.contains(DISK_FULL)
        ? "%s %s: the disk is full. Make room and try again.".formatted(source, made.refused)
        : "%s %s: a file could not be read or written. --verbose shows which and why."
            .formatted(source, made.refused);
  }

  private String unknown() {
    return "%s %s, for a reason that was not foreseen. --verbose shows it."
        .formatted(source, made.refused);
  }

  private String unsupported(UnsupportedMasterException cause) {
    return switch (cause.reason()) {
      case ENCRYPTED -> source + " is encrypted. Only a video in the clear can be read.";
      case NO_PICTURE ->
          source + " has no pictures, only sound or other data. Name the file that has the video.";
      case NOT_A_VIDEO ->
          source
              + " is not a video of a known kind. MP4, MOV, Matroska, WebM, MPEG-TS and MXF are.";
      case EXTERNAL_DATA ->
          source + " keeps its pictures in another file. Save it as a file of its own first.";
      case CODEC_FAILED -> damaged();
      case ENCODER_MISSING ->
          source + " needs an encoder that this build does not have. --method reencode may do.";
      default -> made == Made.CLIP ? notCopied(cause) : notInTheCatalogue(cause.reason());
    };
  }

  private String damaged() {
    return made == Made.CLIP
        ? source + " cannot be decoded over the whole range. Choose a range without the damage."
        : source
            + " cannot be decoded as a whole: pictures or sound are damaged, and a preview"
            + " must show every frame. Make it anew from its original.";
  }

  private String notCopied(UnsupportedMasterException cause) {
    var copyable =
        cause
            .copyable()
            .map(range -> "f%d to f%d can be copied; l".formatted(range.in(), range.out()))
            .orElse("L");
    return source
        + " cannot be cut by copying (%s). %seave --method smart out to encode it."
            .formatted(cause.reason(), copyable);
  }

  private String notInTheCatalogue(FallbackReason reason) {
    return switch (reason) {
      case TIMELINE ->
          source
              + " changes its frame rate. Export it with a constant one, as the catalogue wants.";
      default ->
          source
              + " is no MP4 or MOV with its index in one place, as the catalogue wants (%s). Export it as one."
                  .formatted(reason);
    };
  }

  private String malformed(MalformedMasterException cause) {
    if (cause.missingBytes() > 0) {
      return "%s is incomplete: %,d bytes are there, %,d are missing at its end. Fetch it again."
          .formatted(source, cause.presentBytes(), cause.missingBytes());
    }
    if (cause.box().equals(MalformedMasterException.PICTURE)) {
      return damaged();
    }
    if (cause.box().equals(MalformedMasterException.EVERY_PICTURE)) {
      return source
          + " has pictures of which none can be decoded: they are damaged, or of a codec that is"
          + " not known here. Make it anew from its original.";
    }
    if (cause.box().equals(MalformedMasterException.TIMES)) {
      return source
          + " shows two pictures at one time, as recordings do whose clocks overlap where they were"
          + " joined. Take one recording at a time.";
    }
    if (cause.box().endsWith("ctts")) {
      return source
          + " does not say when its pictures are shown: its composition times are lost."
          + " Make it anew from its original.";
    }
    if (cause.box().equals(INDEX_MISSING) && cause.offset() < 0) {
      return source + " has no index: the recording or the download broke off. Fetch or repair it.";
    }
    return "%s is damaged and %s. --verbose shows where.".formatted(source, made.refused);
  }

  /** The name goes in front where the words do not hold it. */
  private String named(String text) {
    return text.contains(source) ? text : source + ": " + text;
  }

  static String stopped(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
