"""Every address of the installation, in one place."""

from django.urls import URLPattern, path

from parlour.web import channels, demo, desk, metrics, quarantine, replies, session, system, widget

urlpatterns: list[URLPattern] = [
    path("", desk.home, name="home"),
    path("sign-in", session.SignIn.as_view(), name="sign_in"),
    path("sign-out", session.SignOut.as_view(), name="sign_out"),
    path("single-keys", session.single_keys, name="single_keys"),
    path("desk/", desk.desk, name="desk"),
    path("desk/list", desk.conversation_list, name="conversation_list"),
    path("desk/conversations/<int:conversation_id>", desk.conversation, name="conversation"),
    path("desk/conversations/<int:conversation_id>/reply", replies.send, name="send_reply"),
    path("desk/conversations/<int:conversation_id>/done", replies.done, name="mark_done"),
    path("desk/conversations/<int:conversation_id>/open", replies.reopen, name="mark_open"),
    path("desk/replies/<int:reply_id>/take-back", replies.take_back, name="take_back"),
    path("desk/replies/<int:reply_id>/again", replies.again, name="send_again"),
    path("channels/", channels.listing, name="channels"),
    path("channels/<int:channel_id>/pause", channels.pause, name="pause_channel"),
    path("channels/<int:channel_id>/resume", channels.resume, name="resume_channel"),
    path("channels/<int:channel_id>/poll", channels.poll, name="poll_channel"),
    path("quarantine/", quarantine.listing, name="quarantine"),
    path("quarantine/<int:event_id>", quarantine.event, name="quarantined_event"),
    path("quarantine/<int:event_id>/replay", quarantine.replay, name="replay_event"),
    path("quarantine/<int:event_id>/set-aside", quarantine.set_aside, name="set_event_aside"),
    path("widget.js", widget.script, name="widget_script"),
    path("w/<slug:key>/visitor", widget.visitor, name="widget_visitor"),
    path("w/<slug:key>/thread", widget.thread, name="widget_thread"),
    path("w/<slug:key>/messages", widget.messages, name="widget_messages"),
    path("w/<slug:key>/messages/<str:item>", widget.item, name="widget_item"),
    path("demo/bakery", demo.bakery, name="demo_bakery"),
    path("metrics", metrics.metrics, name="metrics"),
    path("system", system.system, name="system"),
    path("system/jobs/<int:job_id>/replay", system.replay, name="replay_job"),
    path("health", session.health, name="health"),
]
