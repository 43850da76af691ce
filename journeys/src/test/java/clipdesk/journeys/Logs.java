package clipdesk.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Everything that a stack has logged, by log group. */
final class Logs {
  private final Stack stack;
  private final Instant since;

  Logs(Stack stack, Instant since) {
    this.stack = stack;
    this.since = since;
  }

  /** The logs of all functions and of the gateway. */
  Map<String, String> all() {
    var name = stack.output("StackName");
    try (var logs = stack.logs()) {
      var texts = new TreeMap<String, String>();
      for (var prefix : List.of("/aws/lambda/" + name + "-", "/aws/apigateway/" + name)) {
        logs
            .describeLogGroupsPaginator(describe -> describe.logGroupNamePrefix(prefix))
            .logGroups()
            .stream()
            .map(LogGroup::logGroupName)
            .forEach(group -> texts.put(group, text(logs, group)));
      }
      return texts;
    }
  }

  /** What the emulator wrote about all this, its access log with every path; empty on AWS. */
  String ofEmulator() {
    return stack.emulatorLog().map(Logs::read).orElse("");
  }

  private static String read(java.nio.file.Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text(CloudWatchLogsClient logs, String group) {
    return logs
        .filterLogEventsPaginator(
            filter -> filter.logGroupName(group).startTime(since.toEpochMilli()))
        .events()
        .stream()
        .map(FilteredLogEvent::message)
        .collect(Collectors.joining("\n"));
  }
}
