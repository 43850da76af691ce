import clipdesk.contracts.catalogue.MasterKeys;
import clipdesk.contracts.catalogue.Rate;
import clipdesk.contracts.catalogue.StoredObject;
import clipdesk.contracts.clips.ClipKeys;
import clipdesk.contracts.clips.ClipRequest;
import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A clip request as the portal writes it. */
record Request(String video, ByteSource master, int framesPerSecond, FrameRange range) {
  private static final String VERSION = "v1";

  static String masterKey(String video) {
    return MasterKeys.file(video, "master.mp4");
  }

  static String indexKey(String video) {
    return MasterKeys.index(video, VERSION);
  }

  String clipId() {
    return message().clipId();
  }

  void putInto(Store store) {
    store.put(
        "clips/" + ClipKeys.request(clipId()),
        new MemorySource(message().json().getBytes(StandardCharsets.UTF_8), "request"));
  }

  private ClipRequest message() {
    return new ClipRequest(
        video,
        /* attempt= */ 1,
        /* firstAttempt= */ 1,
        Instant.EPOCH,
        new StoredObject(masterKey(video), "1", master.identity(), master.sizeBytes()),
        VERSION,
        range.in(),
        range.out(),
        new Rate(framesPerSecond, 1),
        ClipRequest.PROFILE,
        List.of("v1", "a1"));
  }

  /**
   * Looks at the clip, which is gone afterwards.
   *
   * @throws IllegalStateException if the store has no clip of so many frames with its report
   */
  void requireClip(Store store) throws IOException {
    var key = "clips/" + ClipKeys.clip(clipId());
    var clip = store.object(key);
    if (clip == null || store.object("clips/" + ClipKeys.report(clipId())) == null) {
      throw new IllegalStateException("The function made no clip of " + this);
    }
    long frames = MasterIndexReader.read(clip).frames();
    if (frames != range.frames()) {
      throw new IllegalStateException("The clip has %d frames: %s".formatted(frames, this));
    }
    store.forget(key);
  }
}
