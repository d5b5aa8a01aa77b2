// Which Python an image has, by the name of it.

import { expect, test } from 'vitest';
import { baseImageVersion } from '../../src/config/base-image.ts';

test.each([
  ['FROM python:3.11', '3.11'],
  ['FROM python:3.11.7-slim-bookworm', '3.11.7'],
  ['from --platform=linux/amd64 docker.io/library/python:3.12-alpine AS app', '3.12'],
  ['FROM python:3.11.7@sha256:00ff', '3.11.7'],
  ['FROM registry.example:5000/python:3.10', '3.10'],
  ['FROM ghcr.io/astral-sh/uv:python3.12-bookworm-slim', '3.12'],
  ['FROM tiangolo/uvicorn-gunicorn-fastapi:python3.9', '3.9'],
  ['FROM registry.access.redhat.com/ubi9/python-311', '3.11'],
  [`ARG PYTHON=3.11.4\nFROM python:\${PYTHON}-slim`, '3.11.4'],
  [`FROM python:\${PYTHON:-3.10}-slim`, '3.10'],
  ['ARG V="3.13"\nFROM python:$V', '3.13'],
  ['FROM node:20 AS web\nFROM python:3.12 AS base\nFROM base', '3.12'],
  // what is built with one and runs on another
  ['FROM python:3.9 AS build\nFROM python:3.12', '3.12'],
  ['FROM python:latest', undefined],
  ['FROM python', undefined],
  ['FROM python:3', undefined],
  ['FROM debian:12', undefined],
  ['FROM ubuntu:22.04', undefined],
  ['# FROM python:3.9', undefined],
  [`FROM python:\${UNSET}`, undefined],
])('%s', (dockerfile, expected) => {
  expect(baseImageVersion(dockerfile)).toBe(expected);
});
