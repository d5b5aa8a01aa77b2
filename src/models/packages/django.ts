// Django and Django REST framework: requests, forms, rows, responses, queries in SQL, markup and signing.

import {
  cleaner,
  concept,
  everyCall,
  everySource,
  handed,
  harmless,
  libraryClass,
  passes,
  type Row,
  registrars,
  returns,
  signature,
  source,
  twin,
  under,
} from '../model.ts';

const request = 'django.http.HttpRequest';
const restRequest = 'rest_framework.request.Request';
const verbs = 'get post put patch delete head options';

const requests = (): Row[] => [
  twin('django.http.request.HttpRequest', request),
  twin('django.core.handlers.wsgi.WSGIRequest', 'django.core.handlers.asgi.ASGIRequest'),
  libraryClass(request),
  libraryClass('django.core.handlers.asgi.ASGIRequest', request),
  libraryClass(restRequest, request),
  libraryClass('django.core.files.uploadedfile.UploadedFile'),
  source(request, 'network', 'the request'),
  source(restRequest, 'network', 'the request'),
  source('django.views.View.request', 'network', 'the request'),
  source('django.views.View.kwargs', 'network', 'the URL'),
  source('django.views.View.args', 'network', 'the URL'),
  source('django.core.files.uploadedfile.UploadedFile', 'network', 'an uploaded file'),
  ...[request, restRequest, 'django.views.View.request'].flatMap((owner) => [
    ...under(
      owner,
      'method site resolver_match urlconf current_app auth is_secure scheme is_ajax htmx authenticators successful_authenticator accepted_renderer accepted_media_type version versioning_scheme parser_context META["REMOTE_ADDR"] META["SERVER_NAME"] META["SERVER_PORT"] META["REQUEST_METHOD"] META["wsgi.url_scheme"]',
    ).map(harmless),
    ...under(owner, 'session user auser').map((name) => source(name, 'stored', 'what the program keeps of a visitor')),
  ]),
  // the cookie that comes back is the program's own
  ...under(request, 'get_signed_cookie').map((name) => source(name, 'stored', 'a signed cookie')),
];

/** Generic views and what their methods get. */
const views = (): Row[] => [
  libraryClass('django.views.View'),
  twin('django.views.generic.base.View', 'django.views.View'),
  libraryClass('django.views.generic.View', 'django.views.View'),
  ...under(
    'django.views.generic',
    'TemplateView RedirectView ListView DetailView FormView CreateView UpdateView DeleteView ArchiveIndexView YearArchiveView MonthArchiveView DayArchiveView DateDetailView',
  ).map((name) => libraryClass(name, 'django.views.View')),
  ...'edit.FormView edit.CreateView edit.UpdateView edit.DeleteView list.ListView detail.DetailView base.TemplateView base.RedirectView'
    .split(' ')
    .map((name) => twin(`django.views.generic.${name}`, `django.views.generic.${name.replace(/^.*\./, '')}`)),
  returns('django.views.View.request', request),
  ...under('django.views.View', `${verbs} trace dispatch setup http_method_not_allowed`).flatMap((name) => [
    handed(name, '0', 'network', 'the request', request),
    handed(name, '*', 'network', 'the URL'),
  ]),
  handed('django.views.View.form_valid', 'form', 'network', 'a form', 'django.forms.Form'),
  handed('django.views.View.form_invalid', 'form', 'network', 'a form', 'django.forms.Form'),
  ...registrars(
    ['django.urls.path', 'django.urls.re_path', 'django.conf.urls.url'],
    'view',
    1,
    ['0', 'network', 'the request', request],
    ['*', 'network', 'the URL'],
  ),
  twin('django.urls.conf.path', 'django.urls.path'),
  twin('django.urls.conf.re_path', 'django.urls.re_path'),
  libraryClass('django.core.management.base.BaseCommand'),
  twin('django.core.management.BaseCommand', 'django.core.management.base.BaseCommand'),
  // named ones may be filled in by a subclass
  ...['args', 'options'].map((parameter) =>
    handed('django.core.management.base.BaseCommand.handle', parameter, 'argument', 'the command line'),
  ),
  ...'WebsocketConsumer AsyncWebsocketConsumer JsonWebsocketConsumer AsyncJsonWebsocketConsumer'
    .split(' ')
    .flatMap((name) => [
      libraryClass(`channels.generic.websocket.${name}`),
      ...under(`channels.generic.websocket.${name}`, 'receive receive_json').map((method) =>
        handed(method, '*', 'network', 'a WebSocket message'),
      ),
    ]),
];

const forms = (): Row[] => [
  libraryClass('django.forms.Form'),
  libraryClass('django.forms.ModelForm', 'django.forms.Form'),
  twin('django.forms.forms.Form', 'django.forms.Form'),
  twin('django.forms.forms.BaseForm', 'django.forms.Form'),
  twin('django.forms.models.ModelForm', 'django.forms.ModelForm'),
  ...everySource('network', under('django.forms.Form', 'cleaned_data data files'), 'a form field'),
  ...(
    [
      ['IntegerField', 'int'],
      ['FloatField', 'float'],
      ['BooleanField', 'bool'],
      ['NullBooleanField', 'bool'],
    ] as const
  ).map(([field, type]) => returns(`django.forms.${field}.clean`, `builtins.${type}`)),
  returns('django.forms.DecimalField.clean', 'decimal.Decimal'),
  returns('django.forms.UUIDField.clean', 'uuid.UUID'),
  returns('django.forms.DateField.clean', 'datetime.date'),
  returns('django.forms.DateTimeField.clean', 'datetime.datetime'),
  returns('django.forms.TimeField.clean', 'datetime.time'),
  returns('django.forms.DurationField.clean', 'datetime.timedelta'),
  concept('django.forms.Form.cleaned_data', 'declared-fields'),
  twin('django.forms.fields.*', 'django.forms.*'),
  ...under('django.forms.Form', 'fields errors instance prefix media helper').map(harmless),
];

/** Rows that the program stored itself. */
const storage = (): Row[] => [
  libraryClass('django.db.models.Model'),
  twin('django.db.models.base.Model', 'django.db.models.Model'),
  libraryClass('django.contrib.auth.models.User', 'django.db.models.Model'),
  libraryClass('django.contrib.auth.models.AbstractUser', 'django.db.models.Model'),
  ...under('django.db.models.Model', 'objects _default_manager').map((name) =>
    source(name, 'stored', 'a database row'),
  ),
  ...everySource(
    'stored',
    ['django.contrib.auth.models.User', 'django.contrib.auth.models.AbstractUser'],
    'a database row',
  ),
  ...everySource(
    'stored',
    under(
      'django.db.models',
      'CharField TextField EmailField URLField SlugField FileField ImageField FilePathField JSONField BinaryField GenericIPAddressField',
    ),
    'a database row',
  ),
  ...everySource(
    'stored',
    under('django.shortcuts', 'get_object_or_404 get_list_or_404 aget_object_or_404'),
    'a database row',
  ),
  ...everySource('stored', ['django.db.models.Manager', 'django.db.models.query.QuerySet'], 'a database row'),
  twin('django.db.models.QuerySet', 'django.db.models.query.QuerySet'),
  twin('django.db.models.manager.Manager', 'django.db.models.Manager'),
  ...everySource(
    'stored',
    [...under('django.core.cache.cache', 'get get_many get_or_set aget'), 'django.core.cache.caches[].get'],
    'a value from the cache',
  ),
  ...everySource(
    'stored',
    under('django.db.backends.utils.CursorWrapper', 'fetchone fetchmany fetchall'),
    'a database row',
  ),
  libraryClass('django.db.backends.utils.CursorWrapper'),
  returns('django.db.connection.cursor', 'django.db.backends.utils.CursorWrapper'),
  source('django.db.connections[].cursor', 'stored', 'a database row'),
  libraryClass('django.db.models.Manager'),
  libraryClass('django.db.models.query.QuerySet'),
];

const generics =
  'GenericAPIView ListAPIView RetrieveAPIView CreateAPIView UpdateAPIView DestroyAPIView ListCreateAPIView RetrieveUpdateAPIView RetrieveDestroyAPIView RetrieveUpdateDestroyAPIView';
const actions = 'list retrieve create update partial_update destroy';

const rest = (): Row[] => [
  libraryClass('rest_framework.views.APIView', 'django.views.View'),
  ...under('rest_framework.generics', generics).map((name) => libraryClass(name, 'rest_framework.views.APIView')),
  ...under('rest_framework.viewsets', 'ViewSet GenericViewSet ModelViewSet ReadOnlyModelViewSet').map((name) =>
    libraryClass(name, 'rest_framework.views.APIView'),
  ),
  returns('rest_framework.views.APIView.request', restRequest),
  ...under('rest_framework.views.APIView', `${verbs} dispatch ${actions}`).flatMap((name) => [
    handed(name, '0', 'network', 'the request', restRequest),
    handed(name, '*', 'network', 'the URL'),
  ]),
  ...under('rest_framework.views.APIView', 'perform_create perform_update').map((name) =>
    handed(name, 'serializer', 'network', 'the request', 'rest_framework.serializers.Serializer'),
  ),
  handed('rest_framework.decorators.api_view', '0', 'network', 'the request', restRequest),
  handed('rest_framework.decorators.api_view', '*', 'network', 'the URL'),
  handed('rest_framework.decorators.action', '0', 'network', 'the request', restRequest),
  handed('rest_framework.decorators.action', '*', 'network', 'the URL'),
  libraryClass('rest_framework.serializers.Serializer'),
  ...under('rest_framework.serializers', 'ModelSerializer HyperlinkedModelSerializer').map((name) =>
    libraryClass(name, 'rest_framework.serializers.Serializer'),
  ),
  ...everySource(
    'network',
    under('rest_framework.serializers.Serializer', 'validated_data initial_data'),
    'the request',
  ),
  ...under('rest_framework.serializers.Serializer', 'instance context fields errors').map(harmless),
  ...['validate attrs', 'validate data', 'create validated_data', 'update validated_data', 'to_internal_value data']
    .map((each) => each.split(' ') as [string, string])
    .map(([method, parameter]) =>
      handed(`rest_framework.serializers.Serializer.${method}`, parameter, 'network', 'the request'),
    ),
];

const responses = (): Row[] => [
  twin('django.http.response.HttpResponse', 'django.http.HttpResponse'),
  twin('django.http.response.HttpResponseRedirect', 'django.http.HttpResponseRedirect'),
  libraryClass('django.http.HttpResponse'),
  libraryClass('django.http.HttpResponseRedirect', 'django.http.HttpResponse'),
  ...everyCall(
    'http-redirect',
    ['django.http.HttpResponseRedirect', 'django.http.HttpResponsePermanentRedirect'],
    'redirect_to',
    0,
  ),
  concept('django.shortcuts.redirect', 'http-redirect', 'to', 0),
  concept('django.http.HttpResponse', 'http-response-body', 'content', 0),
  concept('django.http.HttpResponse.set_cookie', 'cookie-set', 'value', 1),
  signature(
    'django.http.HttpResponse.set_cookie',
    'key, value=, max_age=, expires=, path=, domain=, secure=, httponly=, samesite=',
  ),
  ...everyCall('file-response', ['django.http.FileResponse'], undefined, 0),
  ...everyCall('html-mark-safe', under('django.utils.safestring', 'mark_safe SafeString'), 's', 0),
  concept('django.utils.html.escape', 'html-escape', 'text', 0),
  ...everyCall(
    'template-from-text',
    ['django.template.Template', 'django.template.Engine.from_string'],
    'template_string',
    0,
  ),
  concept('django.db.models.expressions.RawSQL', 'database-text', 'sql', 0),
  ...everyCall(
    'database-text',
    ['django.db.models.query.QuerySet.extra', 'django.db.models.Manager.extra'],
    undefined,
    0,
  ),
  ...everyCall(
    'database-execute',
    ['django.db.models.Manager.raw', 'django.db.models.query.QuerySet.raw'],
    'raw_query',
    0,
  ),
  ...everyCall('database-execute', under('django.db.backends.utils.CursorWrapper', 'execute executemany'), 'sql', 0),
  concept('django.contrib.auth.hashers.make_password', 'password-hash', 'password', 0),
  concept('django.utils.crypto.get_random_string', 'secret-token', 'length', 0),
  concept('django.utils.crypto.constant_time_compare', 'constant-time-compare', 'val1', 0),
  concept('django.contrib.sessions.serializers.PickleSerializer', 'deserialize'),
];

const conversions = (): Row[] => [
  ...[
    ...under('django.utils.encoding', 'force_str smart_str force_bytes smart_bytes iri_to_uri uri_to_iri'),
    ...under('django.utils.http', 'urlsafe_base64_decode urlsafe_base64_encode urlencode urlquote'),
    ...under('django.utils.html', 'escape conditional_escape strip_tags format_html linebreaks'),
    ...under('django.utils.text', 'slugify get_valid_filename capfirst Truncator'),
    'django.http.QueryDict',
  ].map(passes),
  cleaner('django.utils.html.escape', 'markup'),
  cleaner('django.utils.html.conditional_escape', 'markup'),
  cleaner('django.utils.html.strip_tags', 'markup'),
  cleaner('django.utils.html.format_html', 'markup'),
  cleaner('django.utils.text.slugify', 'path-traversal', 'markup', 'shell', 'header'),
  cleaner('django.utils.text.get_valid_filename', 'path-traversal'),
  cleaner('django.utils.crypto.constant_time_compare', 'secret'),
  cleaner('django.utils.http.url_has_allowed_host_and_scheme', 'url'),
];

export const django = (): readonly Row[] => [
  ...requests(),
  ...views(),
  ...forms(),
  ...storage(),
  ...rest(),
  ...responses(),
  ...conversions(),
];
