"""The platform within this process: an HTTP transport for tests and stories that need no server."""

import httpx2

from parlour.connectors.sandbox.api import Api, Request


class InMemory(httpx2.BaseTransport):
    """Give it to the connector in place of the network. Nothing ever waits: what would be too slow fails at once."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.fails_next = False

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        if self.fails_next:
            self.fails_next = False
            raise httpx2.ConnectError("Connection refused", request=request)
        answer = self.api.handle(
            Request(
                method=request.method,
                path=request.url.raw_path.partition(b"?")[0].decode(),
                query=dict(request.url.params),
                headers=dict(request.headers),
                body=request.read(),
            )
        )
        if answer.cut:
            raise httpx2.RemoteProtocolError(
                "Server disconnected without sending a response.", request=request
            )
        if answer.delay > request.extensions["timeout"]["read"]:
            raise httpx2.ReadTimeout("The read operation timed out", request=request)
        return httpx2.Response(answer.status, headers=dict(answer.headers), content=answer.content)
