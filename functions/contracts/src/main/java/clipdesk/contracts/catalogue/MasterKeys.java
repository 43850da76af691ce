package clipdesk.contracts.catalogue;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the objects of a video lie in the masters bucket. */
public final class MasterKeys {
  private static final String FOLDERS = "masters/";
  private static final String DESCRIPTION = "/video.json";
  private static final String TEXTS_FORM = ".vtt";
  private static final Pattern VIDEO_ID = Pattern.compile("[a-z0-9][a-z0-9-]{2,63}");

  private MasterKeys() {}

  /** Whether a folder of this name may be that of a video, whose id is its name. */
  public static boolean isVideoId(String name) {
    return VIDEO_ID.matcher(name).matches();
  }

  /** Of a file that was uploaded into the folder of a video. */
  public static String file(String videoId, String name) {
    return FOLDERS + videoId + "/" + name;
  }

  /** Of the description of a video, whose upload starts the ingest. */
  public static String description(String videoId) {
    return FOLDERS + videoId + DESCRIPTION;
  }

  /**
   * The folder of a description, which need not be the id of a video.
   *
   * @param key one that S3 tells of because it has the form of a description's
   * @return empty if there is no folder in it
   */
  public static Optional<String> folderOfDescription(String key) {
    int end = key.length() - DESCRIPTION.length();
    return end > FOLDERS.length()
        ? Optional.of(key.substring(FOLDERS.length(), end))
        : Optional.empty();
  }

  /**
   * Of what the ingest last said of a folder.
   *
   * @param folder the id of a video, unless it was refused for being none
   */
  public static String ingestReport(String folder) {
    return "ingest-reports/" + folder + ".json";
  }

  /** Of the cut index that the ingest makes of one version of a master. */
  public static String index(String videoId, String masterVersion) {
    return "indexes/%s/%s.idx".formatted(videoId, masterVersion);
  }

  /** The folder of what the ingest makes of the texts inside one version of a master. */
  public static String texts(String videoId, String masterVersion) {
    return "texts/%s/%s/".formatted(videoId, masterVersion);
  }

  /** Of the texts in one language, as WebVTT. */
  public static String texts(String videoId, String masterVersion, String language) {
    return texts(videoId, masterVersion) + language + TEXTS_FORM;
  }
}
