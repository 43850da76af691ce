package clipdesk.contracts.clips;

import static java.util.Objects.requireNonNull;

import clipdesk.common.digests.Sha256;
import clipdesk.common.json.Json;
import clipdesk.common.json.Members;
import clipdesk.common.json.UnreadableException;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code clip-requests/{clipId}.json}: what media asks of the cutter. What a clip is made of makes
 * its id, whoever asks; attempts and times do not, and neither does where the master is stored.
 *
 * @param attempt from 1 on
 * @param firstAttempt the one with which this stored master was first asked for
 * @param source the exact file to cut
 * @param masterVersion names the bytes of that file
 * @param inFrame the first frame
 * @param outFrame the first frame that is not in it any more
 * @param profile how it is cut, with its revision, as in {@code exact@1}
 * @param tracks their ids, sorted
 */
public record ClipRequest(
    String videoId,
    long attempt,
    long firstAttempt,
    Instant requestedAt,
    StoredObject source,
    String masterVersion,
    long inFrame,
    long outFrame,
    Rate frameRate,
    String profile,
    List<String> tracks) {
  /** Raised after a fix of the cutter, so that every clip is made anew. */
  public static final String PROFILE = "exact@1";

  /** Of frames: no reckoning with them overflows unseen. */
  private static final long ENOUGH = 1L << 40;

  private static final int ID_BYTES = 20;

  public ClipRequest {
    requireNonNull(videoId);
    requireNonNull(requestedAt);
    requireNonNull(source);
    requireNonNull(masterVersion);
    requireNonNull(frameRate);
    requireNonNull(profile);
    tracks = tracks.stream().sorted().toList();
  }

  public String clipId() {
    return id(videoId, masterVersion, inFrame, outFrame, profile, tracks);
  }

  /** 40 hex characters of the hash of what a clip is made of; the order of tracks is no matter. */
  public static String id(
      String videoId,
      String masterVersion,
      long inFrame,
      long outFrame,
      String profile,
      List<String> tracks) {
    var content =
        String.join(
            "\n",
            "clipdesk-clip/1",
            videoId,
            masterVersion,
            Long.toString(inFrame),
            Long.toString(outFrame),
            profile,
            String.join(",", tracks.stream().sorted().toList()));
    return Sha256.hex(content, ID_BYTES);
  }

  public String json() {
    var members = new LinkedHashMap<String, Object>();
    members.put("schema", 1);
    members.put("clipId", clipId());
    members.put("videoId", videoId);
    members.put("attempt", attempt);
    members.put("firstAttempt", firstAttempt);
    members.put("requestedAt", Json.instant(requestedAt));
    members.put("source", source.members());
    members.put("masterVersion", masterVersion);
    members.put("inFrame", inFrame);
    members.put("outFrame", outFrame);
    members.put("frameRate", frameRate.members());
    members.put("profile", profile);
    members.put("tracks", tracks);
    return Json.text(members);
  }

  /**
   * Reads the request of a clip. Its form is numbered by {@code schema}; requests of older versions
   * have had one stored master only, and no {@code firstAttempt}.
   *
   * @param clipId that of its key
   * @throws UnreadableException if it is no such request, or of another clip, or its id is not the
   *     hash of what it asks for
   */
  public static ClipRequest read(String clipId, String text) {
    var members = Members.read(text);
    members.requireVersion("schema", 1);
    long attempt = members.number("attempt", 1, Integer.MAX_VALUE);
    long inFrame = members.number("inFrame", 0, ENOUGH);
    var request =
        new ClipRequest(
            members.filledText("videoId"),
            attempt,
            members.optionalNumber("firstAttempt", 1, attempt).orElse(1),
            members.instant("requestedAt"),
            StoredObject.of(members.object("source")),
            members.filledText("masterVersion"),
            inFrame,
            members.number("outFrame", inFrame + 1, ENOUGH + 1),
            Rate.of(members.object("frameRate")),
            members.filledText("profile"),
            members.texts("tracks"));
    members.requireText("clipId", clipId);
    if (!request.clipId().equals(clipId)) {
      throw members.unreadable("clipId", "must be the hash of what is asked for");
    }
    if (request.tracks().isEmpty()) {
      throw members.unreadable("tracks", "must have an item");
    }
    return request;
  }
}
