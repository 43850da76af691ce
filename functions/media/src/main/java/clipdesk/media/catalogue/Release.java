package clipdesk.media.catalogue;

import clipdesk.common.json.Json;
import clipdesk.common.problem.ProblemException;
import clipdesk.common.problem.ProblemType;
import clipdesk.contracts.catalogue.Video;
import java.time.Instant;

/** What may be seen and taken of a video at an instant; see the table of the contract. */
public enum Release {
  RELEASED("released"),
  /** Announced, but not to be shown or taken yet. */
  EMBARGOED("embargoed"),
  /** Not even announced. */
  HIDDEN("hidden"),
  WITHDRAWN("withdrawn"),
  BLOCKED("legal-block");

  private final String label;

  Release(String label) {
    this.label = label;
  }

  /** Whether everybody may know of it. */
  boolean announced() {
    return switch (this) {
      case RELEASED, EMBARGOED -> true;
      case HIDDEN, WITHDRAWN, BLOCKED -> false;
    };
  }

  /** Whether it is kept back until an instant and no longer: editors may have it before. */
  boolean isAhead() {
    return switch (this) {
      case EMBARGOED, HIDDEN -> true;
      case RELEASED, WITHDRAWN, BLOCKED -> false;
    };
  }

  /** The word in answers. */
  String label() {
    return label;
  }

  public static Release of(Video video, Instant now) {
    var restrictions = video.description().restrictions();
    if (restrictions.legalBlock()) {
      return BLOCKED;
    }
    if (restrictions.withdrawn().isPresent()) {
      return WITHDRAWN;
    }
    boolean embargoed = restrictions.embargoEnd().filter(now::isBefore).isPresent();
    return !embargoed ? RELEASED : restrictions.announced() ? EMBARGOED : HIDDEN;
  }

  /**
   * For whoever wants to take something.
   *
   * @throws ProblemException {@code embargoed}, {@code not-found}, {@code withdrawn} or {@code
   *     legal-block}
   */
  public static void requireTakeable(Video video, boolean editor, Instant now) {
    var restrictions = video.description().restrictions();
    switch (of(video, now)) {
      case RELEASED -> {}
      case EMBARGOED -> {
        if (!editor) {
          throw new ProblemException(ProblemType.EMBARGOED, "Not released yet")
              .with("availableAt", Json.instant(restrictions.embargoEnd().orElseThrow()));
        }
      }
      case HIDDEN -> {
        if (!editor) {
          throw noSuchVideo();
        }
      }
      case WITHDRAWN ->
          throw new ProblemException(ProblemType.WITHDRAWN)
              .with(
                  "withdrawnAt",
                  Json.instant(restrictions.withdrawn().orElseThrow().at().instant()));
      case BLOCKED -> throw new ProblemException(ProblemType.LEGAL_BLOCK);
    }
  }

  /** As above for whoever only looks: an announced embargo may be seen. */
  public static void requireVisible(Video video, Instant now) {
    if (of(video, now) != EMBARGOED) {
      requireTakeable(video, /* editor= */ false, now);
    }
  }

  public static ProblemException noSuchVideo() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such video");
  }
}
