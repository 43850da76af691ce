package clipdesk.media;

import clipdesk.common.WrongMethods;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every path, asked with the methods that it does not have. */
final class WrongMethodFunctionTest extends MediaFunctionCalls {
  @TestFactory
  Stream<DynamicTest> wrongMethodIsToldTheOnesOfItsPath() {
    return WrongMethods.of(
        context,
        function,
        """
        /v1/events                      GET, HEAD
        /v1/videos                      GET, HEAD
        /v1/videos/x                    GET, HEAD
        /v1/videos/x/assets/poster.jpg  GET, HEAD
        /v1/videos/x/transcript         GET, HEAD
        /v1/videos/x/transcripts        GET, HEAD
        /v1/videos/x/exchanges          GET, HEAD
        /v1/editor/videos               GET
        /v1/editor/videos/x             GET
        /v1/editor/videos/x/transcript  DELETE, GET, PUT
        /v1/editor/videos/x/transcript/edits  PUT
        /v1/editor/videos/x/transcript/recognition  POST
        /v1/editor/videos/x/words       PUT
        /v1/clips                       GET, POST
        /v1/clips/x                     GET
        /v1/clips/x/subtitles           GET
        /v1/edit-lists                  GET
        /v1/me/clips                    GET
        /v1/downloads                   POST
        /v1/downloads/x                 GET, HEAD
        /v1/downloads/x/clip.mp4        GET, HEAD
        /v1/me/downloads                GET
        /v1/me/downloads/x              DELETE
        /v1/search/spoken               GET, HEAD
        /v1/health                      GET, HEAD
        """);
  }
}
