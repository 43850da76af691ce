"""What LocalStack 4.14.0 does otherwise than AWS, or at a price, around an invocation."""

from localstack.services.lambda_.invocation import version_manager
from localstack.services.lambda_.invocation.event_manager import Poller


def install() -> None:
    _let_event_settings_of_aliases_hold()
    _write_no_metrics()


def _write_no_metrics() -> None:
    """Each invocation would cost a request to LocalStack itself and a row in a database."""
    version_manager.record_cw_metric_invocation = lambda **_: None
    version_manager.record_cw_metric_error = lambda **_: None


def _let_event_settings_of_aliases_hold() -> None:
    """Looked up by version number, retries and failure destinations of an alias were ignored."""
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
