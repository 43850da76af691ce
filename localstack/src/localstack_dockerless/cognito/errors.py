"""Cognito's own errors; callers branch on the code and never on the text."""

from localstack.aws.api import CommonServiceException


def error(code: str, message: str) -> CommonServiceException:
    """An error of the caller: HTTP 400, as Cognito sends all of them."""
    return CommonServiceException(code, message, 400, True)


def not_implemented(what: str) -> CommonServiceException:
    """Fails loudly: nobody shall take silence for Cognito's answer."""
    return CommonServiceException("InternalFailure", f"{what} is not implemented here", 501)


def not_authorized(message: str) -> CommonServiceException:
    return error("NotAuthorizedException", message)


def invalid_parameter(message: str) -> CommonServiceException:
    return error("InvalidParameterException", message)


def user_not_found(message: str = "User does not exist.") -> CommonServiceException:
    return error("UserNotFoundException", message)


def limit_exceeded() -> CommonServiceException:
    return error("LimitExceededException", "Attempt limit exceeded, please try after some time.")
