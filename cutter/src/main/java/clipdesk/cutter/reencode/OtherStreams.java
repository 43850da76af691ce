package clipdesk.cutter.reencode;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_ATTACHMENT;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_SUBTITLE;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** What of a master is left out of a clip that is encoded anew: it is named in the report. */
final class OtherStreams {
  private OtherStreams() {}

  /** Whether this is a picture about the whole, and none of its pictures. */
  static boolean isCover(AVStream stream) {
    return (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
  }

  /** Streams that are neither picture nor sound, and chapters. */
  static List<String> inWords(AVFormatContext master) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < master.nb_streams(); i++) {
      var stream = master.streams(i);
      int type = stream.codecpar().codec_type();
      boolean cover = isCover(stream);
      if (cover || (type != AVMEDIA_TYPE_VIDEO && type != AVMEDIA_TYPE_AUDIO)) {
        var codec = avcodec_get_name(stream.codecpar().codec_id()).getString();
        others.add("track %d: %s (%s)".formatted(i + 1, cover ? "a cover" : kind(type), codec));
      }
    }
    if (master.nb_chapters() > 0) {
      others.add("chapters: they are those of the whole master");
    }
    return others;
  }

  private static String kind(int type) {
    return switch (type) {
      case AVMEDIA_TYPE_SUBTITLE -> "subtitles";
      case AVMEDIA_TYPE_ATTACHMENT -> "an attachment";
      default -> "data";
    };
  }
}
