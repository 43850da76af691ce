import clipdesk.cutter.frames.FrameRange;
import clipdesk.cutter.index.MasterIndexReader;
import clipdesk.cutter.io.ByteSource;
import clipdesk.cutter.io.MemorySource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A clip request as the portal writes it. */
record Request(String video, ByteSource master, FrameRange range) {
  private static final String VERSION = "v1";
  private static final String PROFILE = "exact@1";

  static String masterKey(String video) {
    return "masters/%s/master.mp4".formatted(video);
  }

  static String indexKey(String video) {
    return "indexes/%s/%s.idx".formatted(video, VERSION);
  }

  String clipId() {
    var content =
        String.join(
            "\n",
            "clipdesk-clip/1",
            video,
            VERSION,
            Long.toString(range.in()),
            Long.toString(range.out()),
            PROFILE,
            "a1,v1");
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 40);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is in every Java platform", e);
    }
  }

  void putInto(Store store) {
    var text =
        """
        {"clipId":"%s","videoId":"%s","attempt":1,"masterVersion":"%s","source":{"key":"%s",
         "versionId":"1","etag":"%s","sizeBytes":%d},"inFrame":%d,"outFrame":%d,
         "profile":"%s","tracks":["v1","a1"]}
        """
            .formatted(
                clipId(),
                video,
                VERSION,
                masterKey(video),
                master.identity(),
                master.sizeBytes(),
                range.in(),
                range.out(),
                PROFILE);
    store.put(
        "clips/clip-requests/%s.json".formatted(clipId()),
        new MemorySource(text.getBytes(StandardCharsets.UTF_8), "request"));
  }

  /**
   * @throws IllegalStateException if the store has no clip of so many frames with its report
   */
  void requireClip(Store store) throws IOException {
    var folder = "clips/clips/%s/".formatted(clipId());
    var clip = store.object(folder + "clip.mp4");
    if (clip == null || store.object(folder + "report.json") == null) {
      throw new IllegalStateException("The function made no clip of " + this);
    }
    long frames = MasterIndexReader.read(clip).frames();
    if (frames != range.frames()) {
      throw new IllegalStateException("The clip has %d frames: %s".formatted(frames, this));
    }
  }
}
