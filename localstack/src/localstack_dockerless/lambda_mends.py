"""LocalStack 4.14.0 ignores an alias's EventInvokeConfig: it looks it up by version number."""

from localstack.services.lambda_.invocation.event_manager import Poller


def install() -> None:
    """Makes retries and failure destinations of an alias hold for the version behind it."""
    handle = Poller.handle_message

    def handle_message(self, message):
        function = self.version_manager.function
        version = self.version_manager.function_version.id.qualifier
        for alias in function.aliases.values():
            configured = function.event_invoke_configs.get(alias.name)
            if configured and alias.function_version == version:
                function.event_invoke_configs[version] = configured
        return handle(self, message)

    Poller.handle_message = handle_message
