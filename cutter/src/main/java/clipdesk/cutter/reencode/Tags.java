package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** What a container says of a stream, or of the whole, as FFmpeg keeps it. */
final class Tags {
  private Tags() {}

  /** Empty if there are no tags, or none of this name. */
  static Optional<String> find(AVDictionary tags, String name) {
    var entry = tags == null ? null : av_dict_get(tags, name, null, 0);
    return entry == null || entry.isNull()
        ? Optional.empty()
        : Optional.of(entry.value().getString());
  }
}
