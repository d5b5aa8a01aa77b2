# truth: safe
# twin: app-service-layer-hostile

import flask

from repository import MemoryRepository
from service import BackupService

app = flask.Flask(__name__)
service = BackupService(MemoryRepository())


@app.route("/backups", methods=["POST"])
def view():
    form = flask.request.form
    number = service.plan(folder=form["folder"], label=form["label"])
    service.run(number)
    return flask.jsonify(number=number)
