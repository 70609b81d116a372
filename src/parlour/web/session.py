"""Signing in and out, and the sign of life that `parlour serve` and proxies ask for."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from parlour.apps.accounts import actions as accounts
from parlour.web import flood
from parlour.web.people import user_of


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    template_name = "session/sign_in.html"
    redirect_authenticated_user = True

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """Ten tries a minute and address: enough for a forgetful person, too few for a guessing machine."""
        if not flood.SIGN_IN.allow(flood.address_of(request)):
            return self.render_to_response(self.get_context_data(too_many=True), status=429)
        return super().post(request, *args, **kwargs)


class SignOut(LogoutView):
    http_method_names = ["post", "options"]  # noqa: RUF012 - Django's own declaration is not a ClassVar


@require_POST
def single_keys(request: HttpRequest) -> HttpResponse:
    accounts.switch_single_keys(user_of(request), on=request.POST.get("on") == "yes", now=timezone.now())
    return redirect("desk")


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
