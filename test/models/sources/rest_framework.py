from rest_framework import generics, serializers, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.response import Response
from rest_framework.views import APIView

from marks import reveal


@api_view(["POST"])
def snippets(request, name):
    reveal(request.data["code"])  # from: network
    reveal(request.data.get("code"))  # from: network
    reveal(request.query_params["page"])  # from: network
    reveal(request.FILES["file"].name)  # from: network
    reveal(int(request.query_params["page"]))  # from: network; clean: shell
    reveal(request.user)  # from: stored
    reveal(request.auth)  # from: constant
    reveal(request.method)  # from: constant
    reveal(name)  # from: network


class SnippetSerializer(serializers.Serializer):
    code = serializers.CharField()

    def validate(self, attrs):
        reveal(attrs["code"])  # from: network
        return attrs

    def create(self, validated_data):
        reveal(validated_data["code"])  # from: network
        reveal(self.context)  # from: constant
        return validated_data

    def helper(self, data):
        reveal(data)  # from: parameter


class Snippets(APIView):
    def post(self, request, pk=None, format=None):
        reveal(request.data["code"])  # from: network
        reveal(request.user)  # from: stored
        serializer = SnippetSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        reveal(serializer.validated_data["code"])  # from: network
        reveal(serializer.errors)  # from: constant
        return Response(serializer.data)


class SnippetSet(viewsets.ModelViewSet):
    def create(self, request, *args, **kwargs):
        reveal(request.data["code"])  # from: network
        reveal(kwargs["pk"])  # from: network

    def perform_create(self, serializer):
        reveal(serializer.validated_data["code"])  # from: network

    @action(detail=True, methods=["post"])
    def run(self, request, pk=None):
        reveal(request.data)  # from: network
        reveal(request.method)  # from: constant
        reveal(self.request.data["code"])  # from: network


class SnippetList(generics.ListCreateAPIView):
    def get_queryset(self):
        reveal(self.request.query_params["owner"])  # from: network
        reveal(self.request.user)  # from: stored
